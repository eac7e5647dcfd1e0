"""The evening itself: questions, answers, offers, and who is there."""

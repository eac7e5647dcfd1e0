"""The rooms of the week: the week itself, a week that is proposed, and what if somebody is away."""

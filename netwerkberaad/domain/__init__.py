"""What a netwerkberaad is; knows people and paper, not browsers."""

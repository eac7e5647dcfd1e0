"""How browsers reach the domain; knows Flask, holds no rules."""

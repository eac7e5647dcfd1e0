"""The room of the circle: names, map and cards."""

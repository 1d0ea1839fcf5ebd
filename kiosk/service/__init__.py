"""The core process: carries out what the journey decides, owns workers and data, talks to the screen."""

"""Bytes from outside, broken at random: each is opened or refused, and never kills the parser.

`make fuzz` goes on for an hour, `make fuzz ARGS="--seconds 60"` for a minute; what it finds is kept in `found/` and
becomes a test by being there.
"""

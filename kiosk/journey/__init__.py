"""The visit as a pure reducer: (state, event) -> (state, effects)."""

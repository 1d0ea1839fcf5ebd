"""2D-Doc, the State's visible seal: a signed Data Matrix on payslips, tax notices and proofs of address.

Source: ANTS, "Spécifications techniques des codes à barres 2D-Doc", version 3.2.6.
"""

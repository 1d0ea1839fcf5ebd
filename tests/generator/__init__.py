"""Draws payslips and other papers of fictitious persons, and the captures a scanner or a camera would make of them."""

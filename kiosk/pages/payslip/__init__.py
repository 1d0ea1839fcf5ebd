"""A payslip's fields, found by their labels and by where they stand, and checked against one another."""

"""What papers other than payslips say."""

"""The ninth held-out set: payslips and other papers as French programs and bodies print them."""

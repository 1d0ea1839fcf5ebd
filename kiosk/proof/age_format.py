"""How a sealed file begins, for those who only need to recognise one."""

SEALED_MAGIC = b"age-encryption.org/v1\n"

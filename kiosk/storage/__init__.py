"""What is kept: the registry (working state), the ledger (proof) and the vault (sealed files)."""

"""How lots and projects go from the plan to the confirmation letter, one file a ledger."""

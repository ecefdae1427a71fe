"""Checking: text cells become typed values under the contract, or a fault that says why and how to mend it."""

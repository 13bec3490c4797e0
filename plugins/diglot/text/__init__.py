"""Raw bytes to a clean `document.Document`, every change kept in a ledger that can be undone."""

"""Services that know nothing of tenants, databases or windows."""

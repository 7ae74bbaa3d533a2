"""What must hold of linkage projects, their lots, their quota and their money; balances are held by the database itself."""

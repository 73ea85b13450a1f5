"""What a person can do. Each function takes the Context and is one step, one look, or one job."""

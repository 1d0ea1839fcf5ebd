"""What a démarche asks, what the pages give, what is missing; and how far a submission has come."""

"""What the code must look like whatever it does: the ladder, guarded routes, declared personal data, sizes."""

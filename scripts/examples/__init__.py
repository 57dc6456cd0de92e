"""Check the Python examples of pages against the AWS API model, without running them."""

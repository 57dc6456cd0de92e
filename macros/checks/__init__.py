"""Check questions, facts and pages against the rules of rules.yml."""

"""Trafficking: alerts for missing children, reunions by DNA, sampling rules, courts and police."""

"""The audit: a roster judged by an agreement, each finding with its clause and figures."""

"""The desk: requests decided and vacancies offered, each with clauses, reasons and evidence."""

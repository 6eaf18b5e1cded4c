"""What leaves the product, as plain typed records: one module a thing, without makers.

A room makes its own records (``audit/contract.py``, ``pay/contract.py``, ...). JSON for programs,
the API, CSV and a decision that is kept are made from them.
"""

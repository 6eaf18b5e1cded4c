"""The tours of one length that a demand is covered with: one choice for staffing and design.

``usual`` has the field's tours of a length, ``cover`` the fewest people on given tours, and
``choice`` says which tours: the service's and its agreement's own first.
"""

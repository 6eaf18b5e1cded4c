"""Three sound agreements that nobody signed: an ambulance, a fire and a police service."""

AMBULANCE = """\
agreement: amb
name: Valley ambulance, Article 7
parties: {employer: E, union: U}
time_zone: America/Regina
definitions:
  classifications: {paramedic: P, dispatcher: Q}
  statuses: {regular: R, casual: C}
  tours:
    D: {name: Day, start: "07:00", length: 12h, kind: day}
    N: {name: Night, start: "19:00", length: 12h, kind: night}
clauses:
  - clause: "7.1"
    heading: Hours
    reading: Two days, two nights, four off.
    applies_to: {status: regular}
    rules:
      - rotation: {pattern: DDNN----, hours_per_week: 42, hours_per_year: 2190,
                  platoons: 4, cycle_days: 8, hours_per_cycle: 48}
      - average-hours: {at_most: 42, period: cycle}
      - annual-hours: {at_most: 2190}
      - run-of-tours: {at_most: 4}
  - clause: "7.2"
    heading: Rest
    reading: Ten hours.
    rules: [rest: {at_least: 10h}]
  - clause: "7.3"
    heading: Posting
    reading: As 7.1, four weeks ahead.
    refers_to: "7.1"
    rules: [posting: {days_ahead: 28}]
  - clause: "7.4"
    heading: Changes
    reading: Fourteen days.
    applies_to: {not_status: casual}
    rules: [change-notice: {days: 14, multiple: 2}]
  - clause: "7.5"
    heading: Calls
    reading: Three hours.
    rules: [minimum-call: {hours: 3h, multiple: 1.5}]
  - clause: "7.6"
    heading: Casual
    reading: Twelve hours.
    applies_to: {status: casual}
    rules: [tours-allowed: {lengths: [12h]}, annual-hours: {at_most: 1500}]
"""
FIRE = """\
agreement: fire
name: Mesa fire, Article 9
parties: {employer: E, union: U}
time_zone: America/Phoenix
definitions:
  classifications: {firefighter: F, captain: C}
  statuses: {regular: R}
  tours:
    T: {name: Tour, start: "08:00", length: 24h, kind: day}
clauses:
  - clause: "9.1"
    heading: Hours
    reading: 24 on, 48 off, a Kelly day every seventh tour.
    rules:
      - rotation: {pattern: 24/48 kelly 7, hours_per_week: 48, hours_per_year: 2496, year_days: 364}
      - average-hours: {at_most: 48, period: 21 days}
  - clause: "9.2"
    heading: Work period
    reading: 21 days, 29 CFR 553.
    rules:
      - work-period: {days: 21, begins: 2021-12-05 08:00, service: fire,
                      productive: [vacation], not_productive: [sick leave]}
  - clause: "9.3"
    heading: Duty
    reading: 48 hours at most.
    rules: [unbroken-duty: {at_most: 48h, then_free: 24h}]
  - clause: "9.4"
    heading: Held over
    reading: An hour.
    refers_to: ["9.3"]
    rules: [held-over: {at_least: 1h, multiple: 1.5}]
  - clause: "9.5"
    heading: Posting
    reading: A month ahead.
    rules: [posting: {days_ahead: 30}]
"""
POLICE = """\
agreement: pol
name: Harbour police, Article 5
parties: {employer: E, union: U}
time_zone: America/Regina
definitions:
  classifications: {constable: F, sergeant: C}
  statuses: {regular full-time: R, regular part-time: P}
  tours:
    D: {name: Day, start: "07:00", length: 8h, kind: day}
    E: {name: Evening, start: "15:00", length: 8h, kind: evening}
    N: {name: Night, start: "23:00", length: 8h, kind: night}
clauses:
  - clause: "5.1"
    heading: Hours
    reading: Forty hours.
    applies_to: {status: regular full-time}
    rules:
      - rotation: {pattern: DDDDD--EEEEE--NNNNN--, hours_per_week: 40,
                  hours_per_year: 2080, year_days: 364}
      - average-hours: {at_most: 40, period: 21 days}
  - clause: "5.2"
    heading: Part time
    reading: At most 1,000 hours.
    applies_to: {status: regular part-time}
    rules: [annual-hours: {at_most: 1000}]
  - clause: "5.3"
    heading: Days off
    reading: Two in seven.
    rules: [free-run: {days: 2, period: week}]
  - clause: "5.4"
    heading: Rest
    reading: Eight hours.
    rules: [rest: {at_least: 8h}, short-rest-pay: {rest: 8h, multiple: 1.5}]
  - clause: "5.5"
    heading: Lunch
    reading: An hour.
    rules: [meal-break: {length: 1h, in_tour: 8h, not_before: 2h30, done_by: 6h, missed_hours: 1h}]
  - clause: "5.6"
    heading: Posting
    reading: 30 days.
    rules: [posting: {days_ahead: 30}]
  - clause: "5.7"
    heading: Exchange
    reading: In writing.
    rules: [exchange: {conditions: [written, notice, cost], notice: 24h}]
  - clause: "5.8"
    heading: Share
    reading: At most 20 per cent.
    rules: [staff-cap: {who: {status: regular part-time}, percent: 20}]
"""

"""The second evaluator: the plan as definitions of durable-rules, a Rete engine (record 0021).

Nothing here imports the matcher: what agrees with it was reached another way.
"""

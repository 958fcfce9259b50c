"""Settings that hold for every test."""

from hypothesis import HealthCheck, settings

# A busy machine is no failure: what is tested is behaviour, and benchmarks measure time.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

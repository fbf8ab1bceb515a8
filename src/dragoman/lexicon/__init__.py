"""Typed readers of the data that people edit."""

"""Asking for an assessment: the request, the form that makes it, and the clinic's other ways.

Pure: no clock, no files, no network. Faces drive `form.Form`; `store` keeps what comes of it.
"""

"""Reading suppliers' invoices, locally and offline: what a file says, how sure that is, and from where.

A file is untrusted. Whatever opens one does so in a process of its own (`app.intake.worker`); what
comes back are the plain values of `app.intake.page` and `app.intake.reading`.
"""

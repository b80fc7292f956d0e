"""Notification (bildiriş): letters by a mail server (`smtp`) and by an SMS gateway (`sms_http`)."""

"""What services say of a payment on its way: guards that several share.

A guard looks at `JourneyFacts.payment`, the payment that the journey began last. The sentences
are ours: no manual says what follows the bank's page.
"""

from __future__ import annotations

from utility_eservices.casework.page import JourneyFacts
from utility_eservices.casework.refusal import Answer
from utility_eservices.errors import Fault

__all__ = ["payment_is_credited", "payment_is_given_back", "payment_is_over"]


def payment_is_credited(facts: JourneyFacts) -> Answer:
    """The money was taken and the utility was told and took it."""
    if facts.payment is not None and facts.payment.is_credited:
        return True
    return _why_not(facts)


def payment_is_given_back(facts: JourneyFacts) -> Answer:
    """The utility did not take it: the money is given back, and trying again would not help."""
    if facts.payment is not None and facts.payment.is_refunded:
        return True
    return _why_not(facts)


def payment_is_over(facts: JourneyFacts) -> Answer:
    """Nothing more is to be waited for: it was credited, it failed, or it was given back."""
    payment = facts.payment
    if payment is None or payment.is_credited or payment.has_failed or payment.is_refunded:
        return True
    return _why_not(facts)


def _why_not(facts: JourneyFacts) -> Fault:
    payment = facts.payment
    if payment is not None and payment.is_refunded:
        return Fault(
            "",
            "payment_refunded",
            # The payment was not accepted; the money is given back to your card.
            "Ödəniş qəbul edilmədi, məbləğ kartınıza qaytarılır.",
        )
    if payment is not None and payment.is_paid:
        return Fault(
            "",
            "payment_not_credited",
            # The payment was made but is not written to your account yet. Check again a little
            # later.
            "Ödəniş edilib, amma hesabınıza hələ yazılmayıb. Bir qədər sonra yenidən yoxlayın.",
        )
    if payment is not None and payment.is_open:
        return Fault(
            "",
            "payment_open",
            # The outcome of the payment is not known yet. Check again a little later.
            "Ödənişin nəticəsi hələ bəlli deyil. Bir qədər sonra yenidən yoxlayın.",
        )
    # The payment was not made. You may try again.
    return Fault("", "payment_failed", "Ödəniş həyata keçirilmədi. Yenidən cəhd edə bilərsiniz.")

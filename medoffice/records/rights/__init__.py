"""Rights: what a patient may ask of the record beside copies: that it is amended, and later that parts are kept.

For the privacy officer and whoever treats, who decide, and the desk that takes the request. What was asked, what was
answered and what the patient says to that stay beside the original, which never changes, and go wherever it goes.
Obeys 45 CFR 164.526.
"""

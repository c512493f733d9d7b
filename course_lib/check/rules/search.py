"""Looking for the first rule that all calls follow."""


def first_that_holds(rules, shown, passed):
    """Return the sentence of the first rule that holds, or "".

    Both are lists of (given, expected, case): of the calls that failed, and of those that were right, in which a rule
    has to be seen too unless it says otherwise.
    """
    for rule in rules:
        if sentence := holds(rule, shown, passed):
            return sentence
    return ""


def holds(rule, shown, passed):
    """Return the rule's sentence if all calls show the same mistake, else ""."""
    words = None
    for call in (*shown, *(passed if rule.everywhere else ())):
        found = rule.find(*call)
        if not found:
            return ""
        found = (
            [""] if found is True or not isinstance(found, str | list) else [found] if isinstance(found, str) else found
        )
        words = found if words is None else [one for one in words if one in found]
        if not words:
            return ""
    if rule.seen and not any(rule.seen(*call) for call in shown):
        return ""
    fill = words[0] if isinstance(words[0], tuple) else (words[0],)
    return rule.sentence.format(*fill)

from django.core.checks import Warning as CheckWarning

from explainer.languages import catalog


def compiled(app_configs, **kwargs):
    """Without its compiled file a language is shown in English, in silence."""
    return [
        CheckWarning(
            f"The texts in {code} are not compiled, or were before they changed.",
            hint="Run manage.py texts --compile.",
            id="explainer.W010",
        )
        for code in catalog.languages()
        if catalog.is_stale(code)
    ]

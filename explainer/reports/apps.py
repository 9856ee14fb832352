from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "explainer.reports"
    label = "reports"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Reports of readers"

    def ready(self):
        from explainer.reports.tasks import forget_old_reports
        from explainer.work import recurring

        recurring.add("forget old reports of readers", forget_old_reports, hours=24)

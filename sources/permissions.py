"""Nothing is deleted: sources retire, so that what was cited can still be seen."""

from wagtail.permission_policies import ModelPermissionPolicy


class NoDeletionPolicy(ModelPermissionPolicy):
    """Ordinary model permissions, but nobody may delete, superusers included.

    A citation that stands only in a draft does not protect its source in the database, and a draft whose source is gone
    cannot be opened any more; so the record stays and is retired instead.
    """

    def user_has_permission(self, user, action):
        return action != "delete" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return super().user_has_any_permission(user, [action for action in actions if action != "delete"])

    def users_with_any_permission(self, actions):
        return super().users_with_any_permission([action for action in actions if action != "delete"])

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


class IntakePolicy(ModelPermissionPolicy):
    """Whoever may enter a source may take in a document and see what came in. Nothing of it is deleted; it is discarded."""

    def user_has_permission(self, user, action):
        return action != "delete" and user.is_active and user.has_perm("sources.add_source")

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


class MergePolicy(ModelPermissionPolicy):
    """Merging and its undo are one permission. A merge is made from a source, and never deleted."""

    def user_has_permission(self, user, action):
        return action in ("view", "change") and user.is_active and user.has_perm("sources.merge_source")

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


class ImportPolicy(ModelPermissionPolicy):
    """Whoever may do one kind of import may see their own; those of others whoever may change imports. None is deleted."""

    def user_has_permission(self, user, action):
        from sources.exchange.kinds import allowed_kinds

        return action != "delete" and user.is_active and bool(allowed_kinds(user))

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


def seen_batches(user):
    from sources.models import ImportBatch

    batches = ImportBatch.objects.all()
    return batches if user.has_perm("sources.change_importbatch") else batches.filter(by=user)


def may_see_batch(user, batch) -> bool:
    return user.is_active and (batch.by_id == user.pk or user.has_perm("sources.change_importbatch"))

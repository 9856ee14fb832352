from wagtail.models import AbstractGroupApprovalTask

from sources import approval


class ApprovalByOthers(AbstractGroupApprovalTask):
    """A step of a workflow in which whoever wrote cannot approve, superusers included.

    It is passed when as many people have approved as the record needs; until then it stays open for the next one.
    """

    class Meta:
        verbose_name = "approval by others"
        verbose_name_plural = "approvals by others"

    @classmethod
    def get_description(cls):
        return "Members of the chosen groups approve, but nobody what they have written; a change of verdict needs two of them."

    def get_actions(self, obj, user):
        actions = super().get_actions(obj, user)
        if not actions or not approval.in_force():
            return actions
        if not approval.may_approve(obj, user):
            return [action for action in actions if action[0] != "approve"]
        missing = approval.standing(approval.newest_draft(obj)).missing
        words = "Approve and publish" if missing < 2 else "Approve, as the first of two"
        return [("reject", "Ask for changes", True), ("approve", words, False), ("approve", f"{words}, with a comment", True)]

    def get_task_states_user_can_moderate(self, user, **kwargs):
        """What waits for this person: not what they wrote, nor what they have approved already."""
        states = super().get_task_states_user_can_moderate(user, **kwargs)
        if not approval.in_force():
            return states
        waiting = states.select_related("workflow_state")
        mine = [state.pk for state in waiting if self._concerns(state.workflow_state.content_object, user)]
        return states.filter(pk__in=mine)

    @staticmethod
    def _concerns(record, user) -> bool:
        return record is not None and approval.may_approve(getattr(record, "specific", record), user)

    def on_action(self, task_state, user, action_name, **kwargs):
        if action_name != "approve":
            return super().on_action(task_state, user, action_name, **kwargs)
        found = task_state.workflow_state.content_object
        record = type(found)._default_manager.get(pk=found.pk)
        record = getattr(record, "specific", record)
        # What they see is the newest draft; the step may have begun with an older one.
        task_state.revision = record.get_latest_revision()
        standing = approval.approve(record, user, kwargs.get("comment", ""))
        if standing.missing:
            task_state.save(update_fields=["revision"])
            task_state.log_state_change_action(user, "approve")
            return None
        return super().on_action(task_state, user, action_name, **kwargs)

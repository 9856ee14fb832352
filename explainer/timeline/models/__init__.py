from explainer.timeline.models.chapter import ChapterCitation, ChapterPage, TimelinePage
from explainer.timeline.models.event import Event, EventCitation

__all__ = ["ChapterCitation", "ChapterPage", "Event", "EventCitation", "TimelinePage"]

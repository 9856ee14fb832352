from wagtail.signals import published, unpublished

from explainer.actors import arrange
from explainer.actors.models import Actor, ActorMap, Relation


def connect() -> None:
    for signal in (published, unpublished):
        signal.connect(_actor, sender=Actor)
        signal.connect(_relation, sender=Relation)
        signal.connect(_map, sender=ActorMap)


def _actor(instance, **kwargs):
    arrange.actor_changed(instance.pk)


def _relation(instance, **kwargs):
    arrange.relation_changed(instance)


def _map(instance, **kwargs):
    arrange.map_changed(instance.pk)

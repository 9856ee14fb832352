from explainer.actors.models.actor import Actor, ActorCitation
from explainer.actors.models.index import ActorIndexPage
from explainer.actors.models.map import ActorMap, MapNode
from explainer.actors.models.relation import Relation, RelationCitation

__all__ = ["Actor", "ActorCitation", "ActorIndexPage", "ActorMap", "MapNode", "Relation", "RelationCitation"]

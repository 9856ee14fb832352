from django.utils.translation import gettext_lazy as _

from sources.closed_list import ClosedList


class Level(ClosedList):
    """What kind of place it is. A comparison that hides the level misleads."""

    COUNTRY = "country", _("Country")
    PROVINCE = "province", _("Province")
    MUNICIPALITY = "municipality", _("Municipality")
    AUTONOMOUS_REGION = "autonomous-region", _("Autonomous region")
    PREFECTURE = "prefecture", _("Prefecture-level city")
    DISTRICT = "district", _("District")
    COUNTY_LEVEL_CITY = "county-level-city", _("County-level city")
    COUNTY = "county", _("County")
    TOWNSHIP = "township", _("Township")
    VILLAGE = "village", _("Village")
    AREA = "area", _("Area of several places")

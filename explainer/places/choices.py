from django.db import models


class Level(models.TextChoices):
    """What kind of place it is. A comparison that hides the level misleads."""

    COUNTRY = "country", "Country"
    PROVINCE = "province", "Province"
    MUNICIPALITY = "municipality", "Municipality"
    AUTONOMOUS_REGION = "autonomous-region", "Autonomous region"
    PREFECTURE = "prefecture", "Prefecture-level city"
    DISTRICT = "district", "District"
    COUNTY_LEVEL_CITY = "county-level-city", "County-level city"
    COUNTY = "county", "County"
    TOWNSHIP = "township", "Township"
    VILLAGE = "village", "Village"
    AREA = "area", "Area of several places"

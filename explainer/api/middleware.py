from django.http import HttpResponse, JsonResponse

OPEN = ("/api/", "/data/", "/feeds/", "/oembed")


class OpenToAllMiddleware:
    """Scripts of any site may read the API, open data, feeds and oEmbed: they know no user, set no cookie and change nothing."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path.startswith(OPEN):
            return self.get_response(request)
        if request.method == "OPTIONS":
            response = HttpResponse(status=204)
            response["Access-Control-Allow-Methods"] = "GET, HEAD, POST, OPTIONS"
            response["Access-Control-Allow-Headers"] = "Content-Type, If-None-Match, If-Modified-Since"
            response["Access-Control-Max-Age"] = "86400"
        else:
            response = self.get_response(request)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag"
        return response


class OwnMannersMiddleware:
    """The framework of the API knows only the methods it was told: here HEAD is GET without a body, and a refusal is JSON."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path.startswith("/api/"):
            return self.get_response(request)
        is_head = request.method == "HEAD"
        if is_head:
            request.method = "GET"
        response = self.get_response(request)
        if response.status_code == 405:
            response = _not_allowed(response["Allow"].split(", "))
        if is_head:
            request.method = "HEAD"
            response.headers.setdefault("Content-Length", str(len(response.content)))
            response.content = b""
        return response


def _not_allowed(allowed: list[str]) -> JsonResponse:
    allowed = [*allowed, "HEAD"] if "GET" in allowed else allowed
    methods = ", ".join([*allowed, "OPTIONS"])
    return JsonResponse({"detail": f"This address answers {methods} only."}, status=405, headers={"Allow": methods})

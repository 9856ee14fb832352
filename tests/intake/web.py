"""A small web on this machine that believes itself to be public: names, addresses and pages are those of the test."""

import contextlib
import http.server
import threading

import httpcore

from sources.intake import fetch as module

PUBLIC = "93.184.215.14"


class Web:
    """``names`` says what a name resolves to, a list for each look-up; ``pages`` what a path answers, by a function."""

    def __init__(self, port):
        self.port = port
        self.names, self.pages = {}, {}
        self.looked_up, self.connected, self.asked = [], [], []

    def page(self, path, body=b"", status=200, **headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = lambda handler: answer(handler, status, body, named)

    def look_up(self, host, port):
        self.looked_up.append(host)
        return self.names.get(host, [PUBLIC])

    def connect(self, ip, port, timeout):
        self.connected.append((ip, port))
        return httpcore.SyncBackend().connect_tcp("127.0.0.1", self.port, timeout)


def answer(handler, status, body, headers):
    handler.send_response(status)
    for name, value in ({"Content-Type": "text/html", "Content-Length": str(len(body))} | headers).items():
        handler.send_header(name, value)
    handler.end_headers()
    if handler.command != "HEAD":
        handler.wfile.write(body)


@contextlib.contextmanager
def public(monkeypatch):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            web.asked.append((self.headers["Host"], self.path, dict(self.headers)))
            with contextlib.suppress(ConnectionError):
                web.pages.get(self.path, lambda handler: answer(handler, 404, b"", {}))(self)

        do_HEAD = do_GET  # noqa: N815

        def log_message(self, *args):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    web = Web(server.server_address[1])
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    monkeypatch.setattr(module, "look_up", web.look_up)
    monkeypatch.setattr(module, "connect", web.connect)
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()

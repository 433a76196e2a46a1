vcl 4.1;

# A shared cache before gunicorn: keeps what says that it may be kept, and lets go by version of the data.
# varnishd -f varnish.vcl -a :6081 -p http_gzip_support=off

backend default {
    .host = "127.0.0.1";
    .port = "8050";
}

acl operator {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "BAN") {
        if (client.ip !~ operator) {
            return (synth(405));
        }
        # All that another version made goes; names with a hash have no key and stay.
        ban("obj.http.Surrogate-Key ~ . && obj.http.Surrogate-Key != " + req.http.Surrogate-Key);
        return (synth(200, "Let go"));
    }
    # The dashboard sets no cookie and reads none; other sites of the same host may set some.
    unset req.http.Cookie;
    # Browsers write the same wish in many ways.
    if (req.http.Accept-Encoding ~ "br") {
        set req.http.Accept-Encoding = "br";
    } elsif (req.http.Accept-Encoding ~ "gzip") {
        set req.http.Accept-Encoding = "gzip";
    } else {
        unset req.http.Accept-Encoding;
    }
}

sub vcl_deliver {
    unset resp.http.Surrogate-Key;
    unset resp.http.X-Varnish;
    unset resp.http.Via;
}

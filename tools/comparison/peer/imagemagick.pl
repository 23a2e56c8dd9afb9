# ImageMagick in one long-lived process, through its Perl binding. It measures its own time, and uses the frames of
# frames.mjs.
use strict;
use warnings;
use Image::Magick;
use JSON::PP;
use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC);

my %originals;

sub render {
    my ( $original, $box, $format, $quality ) = @_;
    my ( $width, $height ) = map { $_ || '' } @$box;
    my $image = Image::Magick->new;
    # Lets the JPEG decoder shrink, down to twice the requested size.
    $image->Set( option => 'jpeg:size=' . join 'x', map { $_ ? 2 * $_ : '' } $width, $height );
    my $complaint = $image->BlobToImage($original);
    die "$complaint\n" if !@$image;
    $image->AutoOrient();
    $image->Thumbnail( geometry => "${width}x${height}>" );
    my ($result) = $image->ImageToBlob( magick => $format, quality => $quality );
    return $result;
}

sub answer {
    my ( $header, $body ) = @_;
    if ( $header->{op} eq 'version' ) {
        my ($version) = Image::Magick->new->Get('version') =~ /ImageMagick (\S+ \S+)/;
        return ( { version => $version }, '' );
    }
    if ( $header->{op} eq 'hold' ) {
        $originals{ $header->{name} } = $body;
        return ( {}, '' );
    }
    my $original = $originals{ $header->{name} };
    my $start    = clock_gettime(CLOCK_MONOTONIC);
    my @results  = map { render( $original, $_, $header->{format}, $header->{quality} ) } @{ $header->{boxes} };
    my $nanos    = int( ( clock_gettime(CLOCK_MONOTONIC) - $start ) * 1e9 );
    return ( { nanos => $nanos, lengths => [ map { length } @results ] }, join '', @results );
}

sub take {
    my ($length) = @_;
    my $bytes = '';
    while ( length $bytes < $length ) {
        read( STDIN, $bytes, $length - length $bytes, length $bytes ) or return;
    }
    return $bytes;
}

binmode STDIN;
binmode STDOUT;
$| = 1;
while ( defined( my $lengths = take(8) ) ) {
    my ( $header_length, $body_length ) = unpack 'NN', $lengths;
    my $header = decode_json take($header_length);
    my $body   = take($body_length);
    my ( $reply, $result ) = eval { answer( $header, $body ) };
    ( $reply, $result ) = ( { error => "$@" }, '' ) if !$reply;
    my $json = encode_json $reply;
    print pack( 'NN', length $json, length $result ), $json, $result;
}

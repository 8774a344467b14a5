# Prints each version beside the one before it, as RubyGems orders them.
versions = STDIN.read.split("\n")
versions.each_cons(2) do |before, version|
  sign = { -1 => '<', 0 => '==', 1 => '>' }[Gem::Version.new(before) <=> Gem::Version.new(version)]
  puts "#{before} #{sign} #{version}"
end
